using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Testing;

/// <summary>The steps of a story. A request is named by method and path, or by how they begin.</summary>
public static class Story
{
    public static Step Once(string request, RequestDelegate answer) => Times(1, request, answer);

    public static Step Twice(string request, RequestDelegate answer) => Times(2, request, answer);

    public static Step Times(int times, string request, RequestDelegate answer) => new(request, answer, times, isInOrder: true);

    /// <summary>Any number of times, until the next step begins.</summary>
    public static Step Meanwhile(string request, RequestDelegate answer) => new(request, answer, null, isInOrder: true);

    /// <summary>At any time, where no step of the story takes the request.</summary>
    public static Step Whenever(string request, RequestDelegate answer) => new(request, answer, null, isInOrder: false);
}
