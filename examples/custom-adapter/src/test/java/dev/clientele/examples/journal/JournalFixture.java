package dev.clientele.examples.journal;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.tck.Capability;
import dev.clientele.persistence.tck.StorageFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** A journal in a folder of its own. It lacks what a single file can't have: host transactions and concurrent writers. */
final class JournalFixture implements StorageFixture {

    private final Path folder;

    JournalFixture() {
        try {
            folder = Files.createTempDirectory("journal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Storage open() {
        return JournalStorage.open(folder.resolve("crm.journal"));
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.REOPENING, Capability.CONCURRENT_STORAGES, Capability.KEY_SWAP);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("crm.journal"));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
