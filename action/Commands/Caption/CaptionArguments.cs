using System.CommandLine;
using System.Globalization;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Caption;

/// <summary><c>caption</c> on the command line.</summary>
internal static class CaptionArguments
{
    public static Command Command(AppHost host, Redactor redactor)
    {
        var shared = new SharedOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only list the images and the number of paid calls" };
        var yes = new Option<bool>("--yes") { Description = "Do not ask before the paid calls" };
        var max = new Option<int?>("--max") { Description = "The maximum number of calls of this run; by default all", HelpName = "number" };
        max.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0))
                result.AddError($"--max must be a positive whole number, but it is {MessageText.Quote(token.Value)}.");
        });
        var noBoxes = new Option<bool>("--no-boxes") { Description = "Leave out the positions of the elements (bbox)" };
        var style = new Option<bool>("--style") { Description = "Also describe the style" };
        var caption = new Command("caption", "Let Ideogram describe the images that have no caption, and write the captions beside them; costs money")
        {
            dryRun, yes, max, noBoxes, style,
        };
        shared.AddTo(caption, withApi: true, withReport: false);
        caption.SetAction((parsed, token) => new CaptionCommand(host, redactor).RunAsync(
            new CaptionOptions(shared.Read(parsed, withApi: true), new DescribeFlags(!parsed.GetValue(noBoxes), parsed.GetValue(style)))
            {
                IsDryRun = parsed.GetValue(dryRun),
                IsAgreed = parsed.GetValue(yes),
                Max = parsed.GetValue(max) ?? int.MaxValue,
            },
            token));
        return caption;
    }
}
