using System.CommandLine;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary><c>init</c> on the command line.</summary>
internal static class InitArguments
{
    public static Command Command(AppHost host, Redactor redactor)
    {
        var folder = new Argument<string>("folder") { Description = "The folder that holds the images", DefaultValueFactory = _ => "." };
        folder.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
                result.AddError(NamesAndOptions.UnknownOption(token.Value, result));
            if (result.Tokens.Any(t => t.Value.Length == 0))
                result.AddError("The name of the folder is empty. Give a name, or none.");
        });
        var name = new Option<string?>("--name")
        {
            Description = "Give the dataset this name at Ideogram; by default made from the names of the repository and the folder",
            HelpName = "name",
        };
        var dataset = new Option<string?>("--dataset")
        {
            Description = "Use a dataset that is already at Ideogram instead of a new one; needs a key. Prints which of its files are in the folder",
            HelpName = "id or name",
        };
        var noWorkflow = new Option<bool>("--no-workflow") { Description = "Write only the manifest, and no workflow" };
        var api = new ApiArguments();
        var init = new Command("init", "Write a manifest for a folder of images, and a workflow for its repository; overwrites nothing")
        {
            folder, name, dataset, noWorkflow,
        };
        api.AddTo(init);
        init.SetAction((parsed, token) =>
        {
            var options = new InitOptions(parsed.GetValue(folder)!, parsed.GetValue(name), !parsed.GetValue(noWorkflow));
            return new InitCommand(host, redactor).RunAsync(options with { Dataset = parsed.GetValue(dataset), Api = api.Read(parsed) }, token);
        });
        return init;
    }
}
