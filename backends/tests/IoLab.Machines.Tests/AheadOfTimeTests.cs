using System.Numerics;
using System.Reflection;
using System.Runtime.Intrinsics;
using IoLab.Runtime.Core;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>
/// The compiler ahead of time leaves out each method whose signature has a type that holds a 128-bit integer or a vector ("Abi unstable type"), in a field of a field or of a base, too.
/// One such field in <see cref="Vm"/> once kept half of the runtime from being compiled.
/// </summary>
public sealed class AheadOfTimeTests
{
    private static readonly Type[] Unstable = [typeof(Int128), typeof(UInt128), typeof(Vector<>), typeof(Vector64<>), typeof(Vector128<>), typeof(Vector256<>), typeof(Vector512<>)];

    private static IEnumerable<Type> Passed => typeof(Vm).Assembly.GetTypes().Where(type => !type.IsEnum && !type.ContainsGenericParameters);

    [TestCaseSource(nameof(Passed))]
    public void No_type_of_the_runtime_holds_what_it_refuses(Type type) => Assert.That(Way(type), Is.Null);

    [Test]
    public void What_it_refuses_is_noticed_in_fields_of_fields_and_of_bases() => Assert.That(Way(typeof(Derived)), Is.EqualTo("Derived.Held -> Holder.Wide"));

    /// <summary>The way to a field that is refused, or null.</summary>
    private static string? Way(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                var held = field.FieldType;
                if (!held.IsValueType || held.IsPrimitive || held.IsEnum || held == type)
                    continue;
                var name = $"{type.Name}.{field.Name}";
                if (Unstable.Contains(held.IsGenericType ? held.GetGenericTypeDefinition() : held))
                    return name;
                if (Way(held) is { } further)
                    return $"{name} -> {further}";
            }
        }
        return null;
    }

    private readonly struct Holder
    {
        public readonly UInt128 Wide = 1;

        public Holder() { }
    }

    private class Base
    {
        public readonly Holder Held = new();
    }

    private sealed class Derived : Base;
}
