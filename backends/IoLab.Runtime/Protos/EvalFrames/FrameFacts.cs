using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.EvalFrames;

/// <summary>What a program may know of a frame (docs/frames.md).</summary>
internal static class FrameFacts
{
    /// <summary>The state of a <see cref="SendFrame"/>.</summary>
    public const string ContinueChain = "continueChain";
    /// <summary>The state of an <see cref="ArgsFrame"/>.</summary>
    public const string EvalArgs = "evalArgs";
    /// <summary>The state of an <see cref="ActivationFrame"/>.</summary>
    public const string Activate = "activate";
    /// <summary>The end of the state of a <see cref="ControlFrame"/>, after the primitive's name.</summary>
    public const string Wait = ":wait";

    /// <summary>What a frame awaits, in the reference's words.</summary>
    public static string StateOf(Frame frame) => frame switch
    {
        SendFrame => ContinueChain,
        ArgsFrame => EvalArgs,
        ActivationFrame => Activate,
        _ => ((ControlFrame)frame).Primitive.Name + Wait,
    };

    /// <summary>Who the message is about.</summary>
    public static Value TargetOf(Frame frame) => frame switch
    {
        SendFrame send => send.Target,
        ArgsFrame args => args.Receiver,
        ActivationFrame { Activation: var activation } => activation.Target,
        _ => ((ControlFrame)frame).Self,
    };

    /// <summary>Message, place and state.</summary>
    public static string Describe(Frame frame) => frame.Origin is { } m
        ? $"{m.Name.Text} {m.Label}:{m.Line} [{StateOf(frame)}]"
        : $"[{StateOf(frame)}]";
}
