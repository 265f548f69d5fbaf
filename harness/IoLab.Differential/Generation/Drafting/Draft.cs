using System.Globalization;
using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Productions;

namespace IoLab.Differential.Generation.Drafting;

/// <summary>A program in the making: its random numbers, what can be read where, what it may still cost.</summary>
internal sealed class Draft
{
    private const int MaxAttempts = 4;
    private readonly ProductionTable table;
    private int nameCount;
    private int depth;
    private long steps;

    public Draft(SeededRandom random, FeatureMix mix, Policies policies)
    {
        Random = random;
        Mix = mix;
        Policies = policies;
        table = new ProductionTable(mix, policies.IsPortable);
    }

    /// <summary>Every decision comes from here.</summary>
    public SeededRandom Random { get; }

    /// <summary>The features this program may use.</summary>
    public FeatureMix Mix { get; }

    /// <summary>What holds for the whole program.</summary>
    public Policies Policies { get; }

    /// <summary>The readable variables.</summary>
    public Scope Scope { get; } = new();

    /// <summary>All method names, in the order of their ranks.</summary>
    public List<Selector> Selectors { get; } = [];

    /// <summary>All names of slots.</summary>
    public List<SlotModel> Slots { get; } = [];

    /// <summary>The protos.</summary>
    public List<ProtoModel> Protos { get; } = [];

    /// <summary>Here.</summary>
    public Place Place { get; private set; } = new() { Times = 1, RankLimit = int.MaxValue };

    /// <summary>The features that were really used, as bits.</summary>
    public ulong Used { get; private set; }

    /// <summary>Definitions that have to stand before the first fragment.</summary>
    public Prelude Prelude { get; } = new();

    /// <summary>The steps that are thought to be needed so far.</summary>
    public long Steps => steps;

    /// <summary>Only the plainest expressions from here on: deep enough, dear enough.</summary>
    public bool IsTight => depth >= Policies.MaxDepth || steps >= Policies.Steps;

    /// <summary>A feature is used.</summary>
    public void Use(Feature feature) => Used |= 1UL << (int)feature;

    /// <summary>A name that no other thing has.</summary>
    public string NewName(string prefix) => prefix + (++nameCount).ToString(CultureInfo.InvariantCulture);

    /// <summary>So many steps more, as often as this place runs.</summary>
    public void Spend(long count) => steps += count * Place.Times;

    /// <summary>An expression of a type, now and then of another one.</summary>
    public Expression Of(IoType type)
    {
        if (type != IoType.Count && Random.Below(100) < Policies.IllTypedPercent) return Plain.OtherThan(this, type);
        return Typed(type);
    }

    /// <summary>An expression of exactly this type.</summary>
    public Expression Typed(IoType type)
    {
        Spend(1);
        if (type == IoType.Count) return Plain.Count(this);
        if (IsTight || Random.Below(Policies.MaxDepth + 2) <= depth - 1) return Plain.Of(this, type);
        depth++;
        try
        {
            for (int attempt = 0; attempt < MaxAttempts; attempt++)
            {
                if (table.Draw(Random, type) is not { } production) break;
                if (production.Make(this) is not { } made) continue;
                if (production.Feature is { } feature) Use(feature);
                return made;
            }

            return Plain.Of(this, type);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>A statement; null when nothing fits here.</summary>
    public Expression? Statement()
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (table.Draw(Random, IoType.Statement) is not { } production) break;
            if (production.Make(this) is not { } made) continue;
            if (production.Feature is { } feature) Use(feature);
            return made;
        }

        return null;
    }

    /// <summary>Some statements, at least one, in a scope of their own unless they continue the current one.</summary>
    public List<Expression> Statements(int least, int greatest)
    {
        var statements = new List<Expression>();
        int count = Random.Between(least, greatest);
        depth++;
        for (int i = 0; i < count && (statements.Count == 0 || steps < Policies.Steps); i++)
        {
            if (depth > Policies.MaxDepth + 1) statements.Add(Plain.Print(this));
            else if (Statement() is { } statement) statements.Add(statement);
        }

        depth--;
        if (statements.Count == 0) statements.Add(Plain.Print(this));
        return statements;
    }

    /// <summary>Makes something at another place.</summary>
    public T At<T>(Place place, bool hidesLocals, Func<T> make)
    {
        Place before = Place;
        (int, int) mark = Scope.Enter(hidesLocals);
        Place = place;
        T made = make();
        Place = before;
        Scope.Leave(mark);
        return made;
    }

    /// <summary>The body of a loop that turns at most so many times.</summary>
    public T Looped<T>(int times, Func<T> make) => At(Place with { Times = Place.Times * Math.Max(1, times), IsInLoop = true }, hidesLocals: false, make);

    /// <summary>The body of a block: sees the variables around it, its own end with it.</summary>
    public T InBlock<T>(int times, Func<T> make) =>
        At(Place with { Times = Place.Times * Math.Max(1, times), IsInLoop = false, IsReusable = true }, hidesLocals: false, make);

    /// <summary>Makes something of the plainest expressions only.</summary>
    public T Tightly<T>(Func<T> make)
    {
        int before = depth;
        depth = Policies.MaxDepth;
        T made = make();
        depth = before;
        return made;
    }

    /// <summary>What one run of a method's body costs is measured apart from the program.</summary>
    public (T Made, long Cost) Measured<T>(Place place, bool hidesLocals, Func<T> make)
    {
        long before = steps;
        steps = 0;
        T made = At(place, hidesLocals, make);
        long cost = steps;
        steps = before;
        return (made, cost);
    }
}
