using System.Text;
using IoLab.Contract;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Coverage;

/// <summary>Asks a backend, in Io, which slots of a catalogue its protos own.</summary>
public static class SlotProbe
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>The slots that the backend's protos own.</summary>
    /// <exception cref="HarnessException">The backend does not run the question to its end.</exception>
    public static async Task<IReadOnlySet<SlotName>> OwnedAsync(IBackend backend, SlotCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        await using var host = new SessionHost(backend, OptionsFor.Comparing(backend));
        var program = new IoProgram { Source = Question(catalogue), Label = "slots" };
        RunResult answer = await host.RunAsync(program, new RunLimits { Time = Time }, cancellationToken).ConfigureAwait(false);
        if (answer.Outcome != Outcome.Completed)
        {
            throw new HarnessException($"{backend.Name} does not tell its slots: {answer.Exception?.Message ?? answer.Detail ?? answer.Outcome.ToString()}");
        }

        var owned = answer.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToHashSet();
        return catalogue.Slots.Where((_, index) => owned.Contains(index)).Select(slot => slot.Name).ToHashSet();
    }

    /// <summary>
    /// A program that writes the number of every slot that is there. It asks with the primitive taken from Object, because some protos answer no
    /// message at all, and reads protos with getLocalSlot, because some run when they are named.
    /// </summary>
    private static string Question(SlotCatalogue catalogue)
    {
        var text = new StringBuilder("ask := message(hasLocalSlot(name))\n");
        string? proto = null;
        for (int i = 0; i < catalogue.Slots.Count; i++)
        {
            SlotName slot = catalogue.Slots[i].Name;
            if (slot.Proto != proto)
            {
                proto = slot.Proto;
                text.Append($"isThere := Protos Core hasLocalSlot({Quoted(proto)}); proto := Protos Core getLocalSlot({Quoted(proto)})\n");
            }

            text.Append($"name := {Quoted(slot.Slot)}; if(isThere, if(Object getSlot(\"hasLocalSlot\") performOn(getSlot(\"proto\"), Lobby, ask), \"{i}\" println))\n");
        }

        return text.ToString();
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
