package dev.clientele.persistence;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A write of a batch. Each carries the version that it was decided on, and the batch holds only if all still do. */
public sealed interface Write {

    /** Returns the name of the document type. */
    String type();

    /** Returns the document's id. */
    UUID id();

    /**
     * Tests whether this write may be done on a document that is stored at a version (rule D3 of {@link StorageSession}).
     *
     * @param storedVersion the version that is stored; 0 if there is no such document
     */
    boolean holdsAt(long storedVersion);

    /**
     * The insertion of a new document, at version 1. Its id must not be in use, its unique keys neither.
     *
     * @param document the document, at version 0
     */
    record Insert(Document document) implements Write {
        /** Checks the version. */
        public Insert {
            if (document.version() != 0) {
                throw new IllegalArgumentException("a document to insert is at version 0, got " + document.version());
            }
        }

        @Override
        public String type() {
            return document.type();
        }

        @Override
        public UUID id() {
            return document.id();
        }

        @Override
        public boolean holdsAt(long storedVersion) {
            return storedVersion == 0;
        }
    }

    /**
     * The replacement of a document's fields and body; the document then is one version further.
     *
     * @param document the new content, carrying the version that it replaces
     * @param before the content that it replaces, if this session has read it at that version; an adapter may make use of
     *     knowing what is still the same. It counts for nothing in what the write means.
     */
    record Replace(Document document, @Nullable Document before) implements Write {

        /** Creates a replacement of content that isn't at hand. */
        public Replace(Document document) {
            this(document, null);
        }

        /** Checks the versions. */
        public Replace {
            if (document.version() < 1) {
                throw new IllegalArgumentException("a document to replace carries the version it was read at, got 0");
            } else if (before != null
                    && (before.version() != document.version()
                            || !before.id().equals(document.id())
                            || !before.type().equals(document.type()))) {
                throw new IllegalArgumentException("before must be the same document at the same version");
            }
        }

        @Override
        public String type() {
            return document.type();
        }

        @Override
        public UUID id() {
            return document.id();
        }

        @Override
        public boolean holdsAt(long storedVersion) {
            return storedVersion == document.version();
        }
    }

    /**
     * The removal of a document.
     *
     * @param type its type
     * @param id its id
     * @param version the version that it must still have
     */
    record Delete(String type, UUID id, long version) implements Write {
        /** Checks that nothing is null. */
        public Delete {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }

        /** Returns false for version 0, whatever the write says: there is no document then. */
        @Override
        public boolean holdsAt(long storedVersion) {
            return storedVersion > 0 && storedVersion == version;
        }
    }

    /**
     * A check that changes nothing, and holds only if the document is still at this version when the transaction commits.
     * Two transactions that both only check a document don't exclude each other; to do that, replace it. One that checks
     * and one that deletes or replaces the document can't overlook each other (rule D10 of {@link StorageSession}).
     *
     * @param type its type
     * @param id its id
     * @param version the version that it must still have
     */
    record Check(String type, UUID id, long version) implements Write {
        /** Checks that nothing is null. */
        public Check {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(id, "id");
        }

        /** Returns false for version 0, whatever the write says: there is no document then. */
        @Override
        public boolean holdsAt(long storedVersion) {
            return storedVersion > 0 && storedVersion == version;
        }
    }
}
