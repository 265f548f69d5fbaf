// A worker for tests: hosts our machines, and a backend that is broken in every way a worker can be.
using IoLab.Closure;
using IoLab.Tree;
using IoLab.WorkerDummy;
using IoLab.Workers;

using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
switch (args)
{
    case ["mute"]:
        Thread.Sleep(Timeout.Infinite);
        return 0;
    case ["stranger"]:
        Console.WriteLine("usage: stranger [OPTIONS]");
        return 64;
    default:
        return new WorkerServer(
            name => name switch { "tree" => new TreeBackend(), "closure" => new ClosureBackend(), "bytecode" => new IoLab.Bytecode.BytecodeBackend(), _ => new BrokenBackend(output) }, input, output).Run();
}
