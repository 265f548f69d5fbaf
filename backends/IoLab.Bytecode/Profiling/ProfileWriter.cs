using IoLab.Contract;
using IoLab.Language;

namespace IoLab.Bytecode.Profiling;

/// <summary>Makes a profile of what was counted.</summary>
/// <param name="recorder">Who counted.</param>
internal sealed class ProfileWriter(ProfileRecorder recorder)
{
    /// <summary>The profile.</summary>
    public RunProfile Write()
    {
        var stacks = recorder.Tree.Read();
        var opcodes = CountOpcodes();
        return new RunProfile
        {
            Instructions = opcodes.Sum(opcode => opcode.Count),
            Allocated = new Bytes(recorder.Profiles.Sum(AllocatedBy)),
            Interval = recorder.Interval,
            Samples = recorder.Tree.Samples,
            Methods = WriteMethods(stacks),
            Opcodes = opcodes,
            Pairs = WritePairs(),
            Sites = WriteSites(),
            Stacks = stacks,
        };
    }

    private List<InstructionCount> CountOpcodes()
    {
        var counts = new long[Opcodes.Table.Length];
        foreach (var profile in recorder.Profiles)
        {
            foreach (var pc in profile.Places())
                counts[profile.Code.Words[pc] & 255] += profile.Tallies[pc].Count;
        }
        return [.. Opcodes.Table.Select(info => new InstructionCount(info.Code.ToString(), counts[(int)info.Code])).Where(opcode => opcode.Count > 0).OrderByDescending(opcode => opcode.Count)];
    }

    private List<ProfiledMethod> WriteMethods(IReadOnlyList<SampledStack> stacks)
    {
        var samples = new Dictionary<ProfileFrame, long>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<ProfileFrame>(ReferenceEqualityComparer.Instance);
        foreach (var stack in stacks)
        {
            seen.Clear();
            foreach (var frame in stack.Frames.Where(seen.Add))
                samples[frame] = samples.GetValueOrDefault(frame) + stack.Samples;
        }
        // Code that was compiled again is the same method.
        return [.. recorder.Profiles.GroupBy(profile => profile.Frame, (IEqualityComparer<ProfileFrame>)ReferenceEqualityComparer.Instance)
            .Select(method => new ProfiledMethod(
                method.Key, method.Sum(profile => profile.Calls), method.Sum(InstructionsOf), samples.GetValueOrDefault(method.Key), new Bytes(method.Sum(AllocatedBy))))
            .Where(method => method.Instructions > 0).OrderByDescending(method => method.Instructions)];
    }

    private List<InstructionPair> WritePairs()
    {
        var pairs = new List<InstructionPair>();
        for (var i = 0; i < recorder.Adjacent.Length; i++)
        {
            if (recorder.Adjacent[i] + recorder.Across[i] > 0)
                pairs.Add(new InstructionPair(((Opcode)(i >> 8)).ToString(), ((Opcode)(i & 255)).ToString(), recorder.Adjacent[i], recorder.Across[i]));
        }
        return [.. pairs.OrderByDescending(pair => pair.Adjacent).ThenByDescending(pair => pair.Across)];
    }

    private List<ProfiledSite> WriteSites()
    {
        var sites = new Dictionary<(ProfileFrame, Message, Opcode), ProfiledSite>();
        foreach (var profile in recorder.Profiles)
        {
            foreach (var pc in profile.Places())
            {
                var tally = profile.Tallies[pc];
                var info = Opcodes.Table[profile.Code.Words[pc] & 255];
                if (tally.Count == 0 || !info.HasSite || !(info.Has(Effect.LooksUp) || tally.Misses > 0 || tally.Bytes > 0))
                    continue;
                var site = profile.Code.Sites[profile.Code.Words[pc + info.Words - 1]];
                var key = (profile.Frame, site.Message, info.Code);
                var known = sites.GetValueOrDefault(key);
                sites[key] = new ProfiledSite(
                    profile.Frame, site.Message.Label ?? "", site.Message.Line, known?.Message ?? FrameNames.OneMessage(site.Message), info.Code.ToString(), info.Has(Effect.LooksUp),
                    tally.Count + (known?.Count ?? 0), tally.Searched + (known?.Searched ?? 0), tally.Misses + (known?.Misses ?? 0), Math.Max(site.CountEntries(), known?.Entries ?? 0),
                    site.IsMegamorphic || known?.IsMegamorphic == true, new Bytes(tally.Bytes + (known?.Allocated.Value ?? 0)));
            }
        }
        return [.. sites.Values.OrderByDescending(site => site.Misses).ThenByDescending(site => site.Searched).ThenByDescending(site => site.Count)];
    }

    private static long InstructionsOf(CodeProfile profile) => profile.Tallies.Sum(tally => tally.Count);

    private static long AllocatedBy(CodeProfile profile) => profile.Tallies.Sum(tally => tally.Bytes);
}
