using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.WeakLink;

/// <summary>The payload of weak links. Numbers are values and stay.</summary>
internal sealed class WeakLinkPayload : Payload
{
    private WeakReference<IoObject>? _reference;
    private Value? _number;

    /// <inheritdoc/>
    public override Kind Kind => Kind.WeakLink;

    /// <summary>Changes the link.</summary>
    public void Set(Value value)
    {
        _number = value.IsNumber ? value : default(Value?);
        _reference = value.Ref is { } o ? new WeakReference<IoObject>(o) : null;
    }

    /// <summary>What is linked, or nil.</summary>
    public Value Get(Vm vm)
    {
        if (_number is { } number)
            return number;
        return _reference is not null && _reference.TryGetTarget(out var o) ? o : vm.Nil;
    }

    /// <summary>A clone links to nothing.</summary>
    public override Payload CloneFor(Vm vm) => new WeakLinkPayload();

    /// <inheritdoc/>
    public override Payload Snapshot() => new WeakLinkPayload { _reference = _reference, _number = _number };

    /// <inheritdoc/>
    public override void Restore(Payload snapshot)
    {
        var old = (WeakLinkPayload)snapshot;
        _reference = old._reference;
        _number = old._number;
    }
}
