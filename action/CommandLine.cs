using System.CommandLine;
using System.Globalization;
using Ideogram.Build.Cli.ActionRuns;
using Ideogram.Build.Cli.Commands;
using Ideogram.Build.Cli.Commands.Caption;
using Ideogram.Build.Cli.Commands.Completion;
using Ideogram.Build.Cli.Commands.Datasets;
using Ideogram.Build.Cli.Commands.Doctor;
using Ideogram.Build.Cli.Commands.Init;
using Ideogram.Build.Cli.Commands.Models;
using Ideogram.Build.Cli.Commands.Plan;
using Ideogram.Build.Cli.Commands.Preview;
using Ideogram.Build.Cli.Commands.Train;
using Ideogram.Build.Cli.Commands.Upload;
using Ideogram.Build.Cli.Commands.Validate;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli;

/// <summary>The command line: each command with its arguments and options.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, AppHost host, CancellationToken cancellationToken)
    {
        var redactor = HostSecrets.Of(host);
        args = NamesAndOptions.Help(args);
        var root = Root(host, redactor);
        var parsed = root.Parse([root.Name, .. NamesAndOptions.Separate(args)], NamesAndOptions.Parser);
        var problems = NamesAndOptions.Problems(parsed, args, host.Folder).Distinct().ToList();
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                await host.Error.WriteLineAsync(LogText.Line(redactor.Clean(problem)));
            if (args.Count > 0)
                await host.Error.WriteLineAsync(LogText.Line(NamesAndOptions.SeeHelp(parsed)));
            else
                await root.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = host.Error, Error = host.Error }, cancellationToken);
            return ExitCode.Usage;
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (UsageException e)
        {
            await host.Error.WriteLineAsync(LogText.Line(redactor.Clean(e.Line)));
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("Cancelled.");
            return ExitCode.Failure;
        }
        catch (Exception e) when (Unexpected.IsBearable(e))
        {
            await host.Error.WriteLineAsync(Unexpected.Line(e, redactor));
            return ExitCode.Failure;
        }
    }

    /// <summary>Every command with its arguments and options.</summary>
    public static RootCommand Root(AppHost host, Redactor redactor)
    {
        var shared = new SharedOptions();
        var check = new Option<bool>("--check") { Description = "Exit with 1 if an upload would change anything" };

        var validate = new Command("validate", "Check manifests, images and captions; needs no network and no key");
        shared.AddTo(validate, withApi: false, withHealth: true);
        validate.SetAction((parsed, token) => new ValidateCommand(host, redactor).RunAsync(shared.Read(parsed, withApi: false), token));

        var output = new Option<string?>("--output")
        {
            Description = $"The page's file; by default {PreviewFile.DefaultName} in the current folder",
            HelpName = "file"
        };
        var preview = new Command("preview", "Write the plan as a page with pictures, captions and problems; without a key, only what the files show") {
            output };
        shared.AddTo(preview, withApi: true, withReport: false, withHealth: true);
        preview.SetAction((parsed, token) => new PreviewCommand(host, redactor).RunAsync(shared.Read(parsed, withApi: true), parsed.GetValue(output), token));

        var doctor = new Command("doctor", "Check key, token, workflow, Git LFS and datasets, and say what to do next; sends nothing");
        shared.AddTo(doctor, withApi: true, withReport: false);
        doctor.SetAction((parsed, token) => new DoctorCommand(host, redactor, new CommentCheckup(host)).RunAsync(shared.Read(parsed, withApi: true), token));

        var plan = new Command("plan", "Show what an upload would do; sends nothing") { check };
        shared.AddTo(plan, withApi: true, withHealth: true);
        plan.SetAction((parsed, token) =>
            new PlanCommand(host, redactor).RunAsync(shared.Read(parsed, withApi: true) with { FailOnDrift = parsed.GetValue(check) }, token));

        var upload = new Command("upload", "Upload what changed, check the result at Ideogram, and report");
        shared.AddTo(upload, withApi: true, sends: true, withHealth: true);
        var allow = new Option<bool>("--allow-training")
        {
            Description = "Start the training of a new set if its manifest says 'start: on-change'; costs money"
        };
        var most = new Option<int>("--max-trainings") { Description = "The maximum number of trainings that one run starts", DefaultValueFactory = _ => 1 };
        most.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError($"--max-trainings must be 0 or a positive whole number, but it is {MessageText.Quote(token.Value)}.");
        });
        upload.Add(allow);
        upload.Add(most);
        upload.SetAction((parsed, token) => new UploadCommand(host, redactor).RunAsync(
            shared.Read(parsed, withApi: true) with { AllowTraining = parsed.GetValue(allow), MaxTrainings = parsed.GetValue(most) }, token));

        var wait = new Option<bool>("--wait") { Description = "Follow the training to its end, for at most six hours" };
        var again = new Option<bool>("--again") { Description = "Train a set again that was trained already, for example after ERRORED; costs money again" };
        var train = new Command("train", "Start the training of an uploaded set, once, or follow it; costs money") { wait, again, most };
        shared.AddTo(train, withApi: true, sends: true);
        train.SetAction((parsed, token) => new TrainCommand(host, redactor).RunAsync(
            shared.Read(parsed, withApi: true) with { MaxTrainings = parsed.GetValue(most) }, parsed.GetValue(wait), parsed.GetValue(again), token));

        var datasets = LookupOptions.Command(
            "dataset",
            "List the datasets of the key's account, or show one; sends nothing",
            "Show a dataset: its images and captions, which of them this tool uploaded, and its models",
            (options, token) => new DatasetsCommand(host, redactor).RunAsync(options, token));
        var models = LookupOptions.Command(
            "model",
            "List the models of the key's account, or show one; sends nothing",
            "Show a model: its status and training runs, its dataset and set, and its address",
            (options, token) => new ModelsCommand(host, redactor).RunAsync(options, token));

        var action = new Command("action", "Check, plan or upload as a workflow's event requires, and comment; runs only inside the GitHub Action");
        action.SetAction((_, token) => ActionCommand.RunAsync(host, redactor, token));

        var root = new RootCommand("Keeps Ideogram datasets in git: validates manifests, plans and uploads images.")
        {
            InitArguments.Command(host, redactor), validate, CaptionArguments.Command(host, redactor),
            preview, plan, upload, train, datasets, models, doctor, CompletionCommand.Command(host), action,
        };
        NamesAndOptions.Free(root);
        return root;
    }
}
