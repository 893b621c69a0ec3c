using Ideogram.Build.Quickstart;

if (Settings.Parse(args) is not { } settings)
{
    await Console.Error.WriteLineAsync(Settings.Usage);
    return 2;
}

if (settings.Render is { } markdown)
{
    await CommentPage.WriteAsync(settings.Page, await File.ReadAllTextAsync(markdown), "http://127.0.0.1");
    return 0;
}

var temp = Directory.CreateTempSubdirectory("ideogram-quickstart-").FullName;
try
{
    var repository = new Repository(Path.Combine(temp, "repository"));
    await repository.CreateAsync(Settings.BrandKit);
    await using var stage = await StandIns.StartAsync(settings, repository, temp);
    return await new Play(settings, stage, repository, new ActionRun(settings, stage, repository, temp)).RunAsync();
}
catch (InvalidOperationException e)
{
    await Console.Error.WriteLineAsync($"quickstart: {e.Message}");
    return 1;
}
finally
{
    Directory.Delete(temp, recursive: true);
}
