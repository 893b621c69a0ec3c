using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Ideogram;

public sealed class MultipartTests
{
    private const string Head = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n\r\n";

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", Head + "x\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", Head + "abc")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"files\"; filename*=utf-8''a.png\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"files[]\"; filename=\"a.png\"\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nX: y\r\n\r\nx\r\n--b--\r\n")]
    public async Task A_body_that_is_no_upload_answers_400(string type, string body)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await stage.Client.PostAsync($"/datasets/{id}/upload_assets", content, EmulatorFixture.Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await EmulatorFixture.BodyAsync(answer)).ContainsKey("error").ShouldBeTrue();
    }

    [Fact]
    public async Task Fields_of_another_name_are_read_past()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        using var form = EmulatorFixture.Form(("a.png", TestImages.Png()));
        form.Add(new ByteArrayContent(TestImages.Png(seed: 2)), "file", "b.png");

        using var answer = await stage.Client.PostAsync($"/datasets/{id}/upload_assets", form, EmulatorFixture.Cancelled);

        (await EmulatorFixture.BodyAsync(answer)).Succeeded().ShouldBe(["a.png"]);
    }

    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_leaves_nothing_behind()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(stage.Host.BaseAddress.Host, stage.Host.BaseAddress.Port, EmulatorFixture.Cancelled);
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /datasets/{id}/upload_assets HTTP/1.1\r\nHost: x\r\nApi-Key: {EmulatorFixture.Key}\r\nContent-Length: 100000\r\n" +
                    $"Content-Type: multipart/form-data; boundary=b\r\n\r\n{Head}abc"),
                EmulatorFixture.Cancelled);
        }

        while (stage.Host.CountRequests("upload") == 0)
            await Task.Yield();

        // No answer, or one that nobody reads any more: it depends on whether the end of the connection or of the body is seen first.
        stage.Host.Requests[^1].Status.ShouldBeOneOf(0, 400);
        stage.Host.Datasets()[0].Files.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Path.Combine(stage.Options.StateFolder, "incoming")).ShouldBeEmpty();
    }
}
