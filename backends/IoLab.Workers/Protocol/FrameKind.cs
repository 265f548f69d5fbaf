namespace IoLab.Workers.Protocol;

/// <summary>What a frame says. Requests of the host are below 64, the worker's words above.</summary>
internal enum FrameKind : byte
{
    /// <summary>Backend name and session options: the first request.</summary>
    Start = 1,
    /// <summary>Program and limits; answered with <see cref="Result"/>.</summary>
    Run,
    /// <summary>Back to the pristine image, then the canary if there is one; answered with <see cref="Result"/> or <see cref="Done"/>.</summary>
    Reset,
    /// <summary>
    /// Back to the pristine image, then the canary if there is one, then a program; answered with <see cref="Result"/>, before which come the canary's outcome and output. What
    /// <see cref="Reset"/> and <see cref="Run"/> do on two ways: most runs of most sessions are such.
    /// </summary>
    RunAfresh,
    /// <summary>A benchmark and limits; answered with <see cref="Done"/> or <see cref="Failed"/>.</summary>
    Prepare,
    /// <summary>Let the prepared benchmark settle; answered with <see cref="Done"/>.</summary>
    Settle,
    /// <summary>Iterations and limits; answered with <see cref="Sample"/> or <see cref="Failed"/>.</summary>
    Measure,
    /// <summary>The prepared benchmark is no longer needed; answered with <see cref="Done"/>.</summary>
    Release,
    /// <summary>Stop the request of this number; has no answer of its own.</summary>
    Cancel,
    /// <summary>Bytes of standard input; none means its end.</summary>
    Input,
    /// <summary>What a shell command came to; or that it could not be run.</summary>
    CommandRan,

    /// <summary>Magic and version: the worker's first word.</summary>
    Hello = 64,
    /// <summary>It is done.</summary>
    Done,
    /// <summary>The backend could not start; why.</summary>
    Refused,
    /// <summary>A run's result.</summary>
    Result,
    /// <summary>A sample.</summary>
    Sample,
    /// <summary>A benchmark gave no time; its result tells why.</summary>
    Failed,
    /// <summary>The request was stopped.</summary>
    Cancelled,
    /// <summary>The backend threw what its contract does not know.</summary>
    Fault,
    /// <summary>Bytes for the live standard output.</summary>
    Output,
    /// <summary>Bytes for the live standard error.</summary>
    Error,
    /// <summary>The guest reads standard input: at most so many bytes.</summary>
    InputWanted,
    /// <summary>The guest wants a shell command run, with its directory and variables: it cannot start processes itself.</summary>
    CommandWanted,
}
