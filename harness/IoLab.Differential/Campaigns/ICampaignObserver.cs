using IoLab.Differential.Examining;

namespace IoLab.Differential.Campaigns;

/// <summary>Is told how a campaign goes. Called from any thread, one call at a time; it must not take long.</summary>
public interface ICampaignObserver
{
    /// <summary>A lane went on from a journal.</summary>
    /// <param name="lane">Its number.</param>
    /// <param name="programs">How many programs it had run.</param>
    /// <param name="damagedBytes">Bytes at the end of its journal that could not be used: the programs they told of are run again.</param>
    void Resumed(int lane, long programs, long damagedBytes);

    /// <summary>A program was run.</summary>
    /// <param name="record">What its lane remembers.</param>
    /// <param name="examination">What the backends said of it.</param>
    void Ran(LaneRecord record, Examination examination);

    /// <summary>A program became a finding.</summary>
    /// <param name="program">The program's number.</param>
    /// <param name="sighting">What was seen of it, with both signatures.</param>
    /// <param name="isNew">Is it the first of its signature in this campaign's directory, and not listed as known?</param>
    void Found(long program, Sighting sighting, bool isNew);
}
