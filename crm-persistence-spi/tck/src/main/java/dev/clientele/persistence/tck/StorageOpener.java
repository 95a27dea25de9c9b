package dev.clientele.persistence.tck;

import dev.clientele.persistence.Storage;

/**
 * The opener of storages by the name of a place, in any process: for suites that run and kill processes. An implementation
 * is public and has a public constructor without parameters.
 */
public interface StorageOpener {

    /**
     * Opens a storage over the database at a place. The same place is opened again and again, by one process after the
     * other.
     *
     * @param place what the suite's subclass named, such as a file or an URL
     */
    Storage open(String place);
}
