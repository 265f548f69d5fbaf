using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Duration;
using static IoLab.Runtime.Protos.Date.DateParts;

namespace IoLab.Runtime.Protos.Date;

/// <summary>Dates as moments: the clock, arithmetic, text and bytes.</summary>
internal static class DateMoments
{
    private const string DefaultFormat = "%Y-%m-%d %H:%M:%S %Z";

    /// <summary>A new Date.</summary>
    public static Value Make(Vm vm, double seconds) =>
        new IoObject(Slots.CloneShapeOf(vm.World.Proto("Date")), null, new DatePayload(seconds));

    /// <summary>A date knows microseconds, so that what <see cref="AsSerialization"/> tells is the same moment.</summary>
    public static Value Now(Vm vm, Value self, in Args args)
    {
        Change(vm, self, Math.Floor(vm.Host.Clock.Now * 1e6) / 1e6);
        return self;
    }

    /// <summary>The day on which now is, at its beginning.</summary>
    public static Value Today(Vm vm, Value self, in Args args) => Make(vm, Math.Floor(vm.Host.Clock.Now / 86_400) * 86_400);

    public static Value IsToday(Vm vm, Value self, in Args args) => vm.Bool(Math.Floor(Of(self).Seconds / 86_400) == Math.Floor(vm.Host.Clock.Now / 86_400));

    public static Value IsPast(Vm vm, Value self, in Args args) => vm.Bool(Of(self).Seconds < vm.Host.Clock.Now);

    /// <summary>Seconds since the world was made, when the proto got its moment.</summary>
    public static Value Clock(Vm vm, Value self, in Args args) => vm.Host.Clock.Now - ((DatePayload)vm.World.Proto("Date").Payload!).Seconds;

    // Operand: 0 when it began.
    public static Request SecondsToRun(Vm vm, ControlFrame frame)
    {
        if (frame.State == 1)
            return frame.Done(vm.Host.Clock.Now - frame.Operands[0].Num);
        if (frame.ArgCount == 0)
            return vm.RaiseRequest($"[Date {frame.Message.Name.Text}] requires 1 arguments\n", frame.Message);
        frame.Operands = [vm.Host.Clock.Now];
        return frame.EvalArg(0, 1);
    }

    public static Value AsNumber(Vm vm, Value self, in Args args) => Of(self).Seconds;

    public static Value FromNumber(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        Change(vm, self, n);
        return self;
    }

    public static Value Copy(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<DatePayload>(vm, 0, "Date", out var other, out var error))
            return error;
        Change(vm, self, other.Seconds);
        return self;
    }

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        if (args.Count > 0)
            return args.TrySeq(vm, 0, out var given, out var error) ? vm.Text(TimeFormat.Format(given.ToText(), Of(self).WholeSeconds)) : error;
        var format = vm.TryGetSlot(self, vm.Symbols.Intern("format"), out var slot) && slot.PayloadAs<Seq>() is { } own ? own.ToText() : DefaultFormat;
        return vm.Text(TimeFormat.Format(format, Of(self).WholeSeconds));
    }

    public static Value AsAtomDate(Vm vm, Value self, in Args args) => vm.Text(TimeFormat.Format("%Y-%m-%dT%H:%M:%S+00:00", Of(self).WholeSeconds));

    /// <summary>Reads text; a date stays as it was when the text does not fit.</summary>
    public static Value FromString(Vm vm, Value self, in Args args)
    {
        if (args.Count < 2)
            return vm.Raise("[Date fromString] requires 2 arguments\n", args.Message);
        if (!args.TrySeq(vm, 1, out var format, out var error) || !args.TrySeq(vm, 0, out var text, out error))
            return error;
        if (TimeParser.TryParse(text.ToText(), format.ToText(), out var seconds))
            Change(vm, self, seconds);
        return self;
    }

    public static Value SecondsSince(Vm vm, Value self, in Args args) =>
        args.TryPayload<DatePayload>(vm, 0, "Date", out var other, out var error) ? Of(self).Seconds - other.Seconds : error;

    public static Value SecondsSinceNow(Vm vm, Value self, in Args args) => vm.Host.Clock.Now - Of(self).Seconds;

    public static Value Plus(Vm vm, Value self, in Args args) =>
        args.TryPayload<DurationPayload>(vm, 0, "Duration", out var span, out var error) ? Make(vm, Of(self).Seconds + span.Seconds) : error;

    public static Value Minus(Vm vm, Value self, in Args args) => args.Get(vm, 0).Ref?.Payload switch
    {
        DatePayload date => DurationParts.Make(vm, Of(self).Seconds - date.Seconds),
        DurationPayload span => Make(vm, Of(self).Seconds - span.Seconds),
        _ => vm.Nil,
    };

    public static Value Add(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<DurationPayload>(vm, 0, "Duration", out var span, out var error))
            return error;
        Change(vm, self, Of(self).Seconds + span.Seconds);
        return self;
    }

    public static Value Subtract(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<DurationPayload>(vm, 0, "Duration", out var span, out var error))
            return error;
        Change(vm, self, Of(self).Seconds - span.Seconds);
        return self;
    }

    // Four items: low half of the whole seconds, microseconds, high half, 0.
    public static Value AsSerialization(Vm vm, Value self, in Args args)
    {
        var date = Of(self);
        var seq = new Seq(new byte[16], 4, ItemType.Int32, SeqEncoding.Number, true);
        var whole = date.WholeSeconds;
        var items = seq.Items<int>();
        items[0] = unchecked((int)whole);
        items[1] = (int)Math.Round((date.Seconds - Math.Floor(date.Seconds)) * 1e6);
        items[2] = (int)(whole >> 32);
        return vm.World.NewSequence(seq);
    }

    public static Value FromSerialization(Vm vm, Value self, in Args args)
    {
        if (args.Get(vm, 0).PayloadAs<Seq>() is not { ItemType: ItemType.Int32, Count: 4 } seq)
            return vm.Raise("Expected a serialization sequence comprising 4 int32 items.", args.Message);
        var items = seq.Items<int>();
        Change(vm, self, ((long)items[2] << 32 | (uint)items[0]) + items[1] / 1e6);
        return self;
    }

    public static Value Zone(Vm vm, Value self, in Args args) => vm.Text("UTC");

    public static Value GmtOffset(Vm vm, Value self, in Args args) => vm.Text("+0000");

    public static Value GmtOffsetSeconds(Vm vm, Value self, in Args args) => 0;

    public static Value IsDaylightSavingsTime(Vm vm, Value self, in Args args) => vm.False;

    /// <summary>Conversions between zones change nothing: there is one.</summary>
    public static Value Same(Vm vm, Value self, in Args args) => self;

    /// <summary>The same, for conversions that name a zone by a number.</summary>
    public static Value SameGivenNumber(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out _, out var error) ? self : error;
}
