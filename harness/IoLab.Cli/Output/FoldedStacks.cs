using System.Text;
using IoLab.Contract;

namespace IoLab.Cli.Output;

/// <summary>Stacks in the format that flame graph tools read: a line each, frames from the outermost with semicolons in between, a blank, how many samples.</summary>
internal static class FoldedStacks
{
    /// <summary>Writes them.</summary>
    public static void Write(Stream output, IReadOnlyList<SampledStack> stacks)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (SampledStack stack in stacks) text.WriteLine($"{string.Join(';', stack.Frames.Select(NameOf))} {stack.Samples}");
    }

    private static string NameOf(ProfileFrame frame) =>
        (frame.Label.Length == 0 ? frame.Name : $"{frame.Name} ({frame.Label}:{frame.Line})").Replace(';', ',').Replace('\n', ' ').Replace('\r', ' ');
}
