using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>How a training ended, as GitHub-flavoured Markdown: for the comment that said that it started.</summary>
public static class MarkdownTraining
{
    /// <summary>Says what became of a model whose training is over, and what to do.</summary>
    /// <param name="model">The model. Its texts are untrusted.</param>
    public static string Render(RemoteModel model)
    {
        var name = $"{Html.Code(model.Name, 120)} (id {Html.Code(model.Id, 80)})";
        if (!model.IsUnusable)
        {
            var address = model.CustomModel is { } custom
                ? $"Its address for generating images is {Html.Code(custom, 200)}."
                : $"{Html.Code($"ideogram-build models show {model.Id}", 120)} prints its address.";
            return $"<p>✅ <b>The training is done.</b> The model {name} is ready. {address}</p>\n\n";
        }

        var state = model is { Status: not ("ERRORED" or "ARCHIVED"), LastRun: { } run }
            ? $"The last training run of the model {name} is {Html.Code(run.Status, 40)}"
            : $"The model {name} is {Html.Code(model.Status, 40)}";
        return $"<p>❌ <b>The model cannot be used.</b> {state}. Ideogram's page of the model may say why. The set counts as trained, so no upload trains it "
            + "again. To train again, which costs money again, run <code>ideogram-build train --again</code>; or change the set.</p>\n\n";
    }

    /// <summary>Says that a model does not exist for this key, so that nobody waits for it.</summary>
    /// <param name="id">Its id.</param>
    public static string Gone(string id) => "<p>⚠️ <b>The model is not to be found.</b> Ideogram answers that this key's account has no model with the id "
        + $"{Html.Code(id, 80)}: it was deleted, or the key is of another account. How the training ended is not known.</p>\n\n";
}
