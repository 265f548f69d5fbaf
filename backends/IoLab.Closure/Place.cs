namespace IoLab.Closure;

/// <summary>Where a piece of code finds its implicit receiver and its locals.</summary>
internal enum Place
{
    /// <summary>In a block's body: locals in registers, self in register 1.</summary>
    Registers,
    /// <summary>In a chain evaluated in an object: the chain's target is in register 1, its locals in register 0.</summary>
    Object,
    /// <summary>In an argument of such a chain: arguments are evaluated in the locals, so these are the target too.</summary>
    Argument,
}
