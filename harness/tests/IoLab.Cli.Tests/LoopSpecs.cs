using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IoLab.Bytecode;
using IoLab.Runtime.Core;

namespace IoLab.Cli.Tests;

/// <summary>
/// What .NET makes of the bytecode machine's loop. From some number of variables on the compiler puts nothing more in place in a method, without a word: the loop then calls what it should contain,
/// and is a fifth slower.
/// </summary>
[CancelAfter(120_000)]
public sealed partial class LoopSpecs
{
    [Test]
    public void All_of_its_helpers_that_are_to_be_put_in_place_are()
    {
        string listing = Listing();
        var called = CallPattern().Matches(listing).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.That(called, Does.Contain("Save"), "the listing tells of calls");
        var helpers = new[] { typeof(BytecodeBackend).Assembly, typeof(Value).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => (method.MethodImplementationFlags & MethodImplAttributes.AggressiveInlining) != 0)
            .Select(method => $"{method.DeclaringType!.Name}:{method.Name}").ToHashSet();
        Assert.That(helpers, Does.Contain("BytecodeMachine:Put"));
        string[] left = [.. CallPattern().Matches(listing).Select(match => $"{match.Groups["type"].Value}:{match.Groups["name"].Value}").Where(helpers.Contains).Distinct()];
        Assert.That(left, Is.Empty, "Make the loop smaller: share the case of a relative (docs/bytecode.md, \"To add an instruction\", 5), or use fewer temporaries (\"What it has brought\").");
    }

    /// <summary>The loop's machine code, compiled at once and as well as it ever is.</summary>
    private static string Listing()
    {
        string dirPath = Directory.CreateTempSubdirectory("iolab-loop-").FullName;
        try
        {
            string filePath = Path.Combine(dirPath, "loop.asm");
            var info = new ProcessStartInfo("dotnet", ["exec", typeof(Application).Assembly.Location, "run", "--backend", "bytecode", "-e", "1 + 1"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            info.Environment["DOTNET_TieredCompilation"] = "0";
            info.Environment["DOTNET_JitDisasm"] = "Execute";
            info.Environment["DOTNET_JitStdOutFile"] = filePath;
            using Process process = Process.Start(info)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return LoopPattern().Match(File.ReadAllText(filePath)).Value;
        }
        finally
        {
            Directory.Delete(dirPath, true);
        }
    }

    [GeneratedRegex(@"BytecodeMachine:Execute\[IoLab\.Bytecode\.Plain\].*?(?=; Assembly listing|\z)", RegexOptions.Singleline)]
    private static partial Regex LoopPattern();

    [GeneratedRegex(@"(?:call|jmp) +\[IoLab\.(?:\w+\.)*(?<type>\w+):(?<name>\w+)")]
    private static partial Regex CallPattern();
}
