# What Sandbox does in Io. See Protos/Sandbox/SandboxSlots.cs for the table.

Sandbox printCallback := method(text, write(text); text)
