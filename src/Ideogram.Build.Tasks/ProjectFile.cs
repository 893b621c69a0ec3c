using System.Xml;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Tasks;

/// <summary>The <c>IdeogramDatasetUpload</c> items of a project file as they are written: MSBuild tells a task what they come down to, but not where they
/// are.</summary>
internal static class ProjectFile
{
    public const string Item = "IdeogramDatasetUpload";

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>The values of <c>Include</c> in their order. A file that cannot be read has none.</summary>
    /// <param name="path">Full path of the project file.</param>
    public static IReadOnlyList<ItemElement> Items(string path)
    {
        var items = new List<ItemElement>();
        try
        {
            using var file = File.OpenRead(path);
            using var xml = XmlReader.Create(file, Safe);
            var conditions = new Stack<bool>();
            while (xml.Read())
            {
                while (conditions.Count > xml.Depth)
                    conditions.Pop();
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                var isConditional = (conditions.Count > 0 && conditions.Peek()) || xml.GetAttribute("Condition") is not null
                    || xml.LocalName is "When" or "Otherwise" or "Target";
                conditions.Push(isConditional);
                if (xml.LocalName == Item && xml.MoveToAttribute("Include"))
                {
                    var place = (IXmlLineInfo)xml;
                    items.Add(new ItemElement(xml.Value, new Position(place.LineNumber, place.LinePosition), isConditional));
                    xml.MoveToElement();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            // What was read so far is what can be shown.
        }

        return items;
    }

    /// <summary>Where a project names a manifest; the start of the file if it does not say it in these words.</summary>
    public static Position Find(string path, string include) =>
        Items(path).FirstOrDefault(i => i.Include.Split(';').Any(part => part.Trim() == include))?.Position ?? Position.Start;
}

/// <summary>An item in a project file.</summary>
/// <param name="Include">Its <c>Include</c> as it is written.</param>
/// <param name="Position">Where that stands.</param>
/// <param name="IsConditional">Whether a condition decides if it counts.</param>
internal sealed record ItemElement(string Include, Position Position, bool IsConditional);
