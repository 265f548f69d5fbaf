namespace IoLab.Language;

/// <summary>Lays blocks out for people: operators between their operands, statements on the lines they were written on.</summary>
public static class PrettyPrinter
{
    /// <summary>The label of code typed at the prompt, which is not shown.</summary>
    private const string PromptLabel = "Command Line";

    /// <summary>What <c>Block asString</c> answers: <c># label:line</c>, then <c>method(x, </c>, the body and <c>)</c>.</summary>
    /// <param name="label">The body's label; "" for none.</param>
    /// <param name="line">The body's line; 0 when unknown.</param>
    /// <param name="formals">The names of the parameters.</param>
    /// <param name="body">The body; null for none, which is shown as <c>nil</c>.</param>
    public static string PrintBlock(string label, int line, IEnumerable<string> formals, Message? body)
    {
        var layout = new BlockLayout();
        if (label != PromptLabel)
            layout.Write($"# {(label.Length == 0 ? "[unlabeled]" : label)}:{line}\n");
        layout.Write("method(");
        foreach (var formal in formals)
            layout.Write($"{formal}, ");
        layout.WriteBody(body);
        layout.Write("\n)");
        return layout.ToString();
    }
}
