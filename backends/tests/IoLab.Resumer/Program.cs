using System.Globalization;
using IoLab.Resumer;

// In a process of its own, either
//   resume MACHINE REIFY-EVERY STATE-FILE   continues a serialised computation, or
//   run MACHINE SOURCE-FILE                 runs a program and writes the process's largest resident size, in bytes, to standard error.
var isRun = args[0] == "run";
var host = new MachineHost(args[1], isRun ? 0 : int.Parse(args[2], CultureInfo.InvariantCulture));
var value = isRun ? host.Run(File.ReadAllText(args[2])) : host.Continue(File.ReadAllBytes(args[3]));
Console.Write(host.Output);
if (isRun)
    Console.Error.WriteLine(PeakMemory.Read());
if (!value.IsUnwind)
    return 0;
Console.Error.WriteLine(host.Error);
return 70;
