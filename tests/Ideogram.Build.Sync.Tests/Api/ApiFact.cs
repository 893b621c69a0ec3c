using System.Text.Json;

namespace Ideogram.Build.Sync.Tests.Api;

/// <summary>A line of <c>api-facts.json</c>.</summary>
/// <param name="At">A place in Ideogram's OpenAPI document (a JSON pointer), or the address of a page.</param>
/// <param name="Fact">What the program builds on.</param>
/// <param name="Value">What is there, where it is a list or a number.</param>
/// <param name="Says">What the text there contains.</param>
/// <param name="Call">The call, as the client names it.</param>
public sealed record ApiFact(string At, string Fact, JsonElement? Value, string? Says, string? Call);
