# What DirectoryCollector, also named TestSuite, does in Io. See Protos/UnitTest/TestCollectorSlots.cs for the table.

DirectoryCollector path := method(System launchPath)

DirectoryCollector setPath := method(path, self path := path; self)

DirectoryCollector with := method(path, self clone setPath(path))

DirectoryCollector testFiles := method(
    Directory with(self path) `files `select(file, file `name `endsWithSeq("Test.io"))
)

DirectoryCollector prepare := method(
    self testFiles `foreach(file, Lobby doFile(file `path))
    FileCollector prepare
)
