# Environment variables: nil when unset; setting answers System.
writeln(System getEnvironmentVariable("IOLAB_NOPE"))
writeln(System setEnvironmentVariable("IOLAB_NOPE", "x") type, " ", System getEnvironmentVariable("IOLAB_NOPE"))
