# divergence: a sandbox's limits are enforced, and sandboxes do not nest.; a trace ends with an empty line.
s := Sandbox clone setMessageCount(1000)
writeln(s doSandboxString("while(true, 1)"), " ", s doSandboxString("2"))
t := Sandbox clone setTimeLimit(0.2)
writeln(t doSandboxString("while(true, 1)"), " ", t doSandboxString("3"))
writeln(s doSandboxString("try(Sandbox doSandboxString(\"1\")) error"))
writeln(s doSandboxString("Exception raise(\"in the box\")"))
