using System.Globalization;
using System.Text;
using System.Xml;
using IoLab.Contract;

namespace IoLab.Reports;

/// <summary>
/// Conformance results as JUnit XML: one suite per backend and area. Known failures and skipped cases are skipped with their reason;
/// stale known failures are failures.
/// </summary>
public static class JUnitReport
{
    /// <summary>Writes the document. The writer's encoding must be UTF-8.</summary>
    public static void Write(ReportModel model, TextWriter output)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", Clean(model.Title));
        Totals(xml, model.Cases);
        foreach (var suite in model.Cases.GroupBy(result => (result.Backend, result.Area)))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean($"{suite.Key.Backend}.{suite.Key.Area}"));
            Totals(xml, [.. suite]);
            xml.WriteAttributeString("timestamp", model.Time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
            foreach (var result in suite)
            {
                Case(xml, result);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void Case(XmlWriter xml, CaseResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean($"{result.Backend}.{result.Area}"));
        xml.WriteAttributeString("name", Clean(result.Case));
        xml.WriteAttributeString("time", Seconds(result.Elapsed));
        string? element = result.Status switch
        {
            CaseStatus.Failed or CaseStatus.StaleKnownFailure => "failure",
            CaseStatus.KnownFailure or CaseStatus.Skipped => "skipped",
            _ => null,
        };
        if (element is not null)
        {
            string detail = Clean(result.Detail ?? "no detail");
            string first = detail.Split('\n', 2)[0].TrimEnd('\r');
            xml.WriteStartElement(element);
            xml.WriteAttributeString("message", result.Status switch
            {
                CaseStatus.KnownFailure => "known failure: " + first,
                CaseStatus.StaleKnownFailure => "stale known failure: " + first,
                _ => first,
            });
            if (element == "failure")
            {
                xml.WriteAttributeString("type", result.Status.ToString());
                xml.WriteString(detail);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Totals(XmlWriter xml, IReadOnlyList<CaseResult> results)
    {
        xml.WriteAttributeString("tests", results.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", results.Count(ReportVerdict.IsFailure).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("skipped", results.Count(r => r.Status is CaseStatus.KnownFailure or CaseStatus.Skipped).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(new Nanoseconds(results.Sum(r => r.Elapsed.Value))));
    }

    private static string Seconds(Nanoseconds elapsed) => (elapsed.Value / 1e9).ToString("F6", CultureInfo.InvariantCulture);

    /// <summary>XML 1.0 has no way to write most control characters and lone surrogates: they appear as \uXXXX.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            }
        }
        return clean.ToString();
    }
}
