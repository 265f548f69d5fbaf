using IoLab.Bytecode.Profiling;
using IoLab.Contract;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>Runs that are profiled: the same loop, which tells a recorder of each instruction.</summary>
internal sealed partial class BytecodeMachine
{
    /// <summary>While the program of a run is evaluated that is profiled.</summary>
    private ProfileRecorder? _recorder;
    private ProfileRecorder? _lastRecorder;

    /// <summary>How runs are profiled; null: they are not.</summary>
    public ProfileOptions? Profiles { get; init; }

    /// <summary>The portable frames below the running coroutine's strand.</summary>
    public Frame? FramesBelow => _frames;

    /// <summary>How many lookups a site's list or table has answered.</summary>
    public long Searched => _hits;

    /// <summary>How many lookups no site's cache has answered.</summary>
    public long Missed => _misses;

    /// <summary>The profile of the last run; null: there is none.</summary>
    public RunProfile? ReadProfile() => _lastRecorder is { } recorder ? new ProfileWriter(recorder).Write() : null;

    /// <summary>What the session evaluates for itself, such as the text of a result, is no part of the profile.</summary>
    private void BeginProfile(Message? program)
    {
        _recorder = null;
        if (Profiles is { } options && (program is null || !ReferenceEquals(program.Label, Prelude.Label)))
            _recorder = _lastRecorder = new ProfileRecorder(this, options.Interval, program);
    }

    private Value ProfiledLoop(Value value)
    {
        var recorder = _recorder!;
        while (true)
        {
            recorder.Leave(_strand);
            var goesOn = Deliver(value);
            recorder.Return();
            if (!goesOn)
                return _result;
            value = IsInstrumented ? Execute<ProfiledSteps>() : Execute<Profiled>();
        }
    }
}
