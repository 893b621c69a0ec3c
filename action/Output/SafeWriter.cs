using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Output;

/// <summary>A text writer whose every line passes <see cref="LogText"/> and the <see cref="Redactor"/>. Dispose writes what is left.</summary>
/// <param name="inner">Where the lines go; it stays open.</param>
/// <param name="redactor">The secrets.</param>
/// <param name="look">How lines look there.</param>
internal sealed class SafeWriter(TextWriter inner, Redactor redactor, TerminalLook look) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == '\n')
            EndLine();
        else if (value != '\r')
            _line.Append(value);
    }

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _line.Length > 0)
            EndLine();
        base.Dispose(disposing);
    }

    private void EndLine()
    {
        inner.WriteLine(look.Lay(LogText.Line(redactor.Clean(_line.ToString()))));
        _line.Clear();
    }
}
