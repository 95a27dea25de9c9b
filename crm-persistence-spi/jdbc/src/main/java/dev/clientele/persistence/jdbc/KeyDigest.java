package dev.clientele.persistence.jdbc;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The digest of a pruned entry's key, which stays taken: 16 bytes of SHA-256, in the form of a UUID. */
final class KeyDigest {

    private KeyDigest() {}

    static UUID of(String key) {
        ByteBuffer bytes = ByteBuffer.wrap(
                Hashing.sha256().hashString(key, StandardCharsets.UTF_8).asBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
