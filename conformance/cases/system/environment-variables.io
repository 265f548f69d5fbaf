# A variable that is not set is nil; what is set can be read.
System setEnvironmentVariable("IO_TEST_VARIABLE", "value")
writeln(System getEnvironmentVariable("IO_TEST_VARIABLE"), " ", System getEnvironmentVariable("IO_NO_SUCH_VARIABLE"))
