package dev.clientele.persistence.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The names of tables and indexes: {@code crm_account}, {@code crm_interaction$subjects}, {@code crm_account$$email}.
 *
 * <p>Names that this adapter makes up contain a dollar sign, which declared names can't. Every name is quoted, since a
 * field may well be called {@code order}. Names beyond 63 characters, PostgreSQL's limit, are cut and told apart by a
 * checksum.
 */
final class TableNames {

    private static final int MAX_LENGTH = 63;
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,11}");

    private final String prefix;

    /**
     * Creates the names under a prefix.
     *
     * @throws IllegalArgumentException unless the prefix is 1 to 12 of a-z, 0-9 and _, starting with a letter
     */
    TableNames(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a table prefix is a lower-case letter, then at most 11 of a-z, 0-9 and _, got '" + prefix + "'");
        }
        this.prefix = prefix;
    }

    /** Returns the table of a document type or log. */
    String table(String type) {
        return quote(shorten(prefix + type));
    }

    /** Returns the table that lists a log's entries by subject. */
    String subjects(String log) {
        return quote(shorten(prefix + log + "$subjects"));
    }

    /** Returns the table of the keys that were pruned from a log. */
    String pruned(String log) {
        return quote(shorten(prefix + log + "$pruned"));
    }

    /** Returns the table of the last positions that were pruned from a log. */
    String prunedEnd(String log) {
        return quote(shorten(prefix + log + "$end"));
    }

    /** Returns the view on a type's table that reads better than the table. */
    String view(String type) {
        return quote(shorten(prefix + type + "$readable"));
    }

    /** Returns the index of a declared key or index. */
    String index(String type, String name) {
        return quote(shorten(prefix + type + "$$" + name));
    }

    /** Returns an index that every table of its kind has. */
    String builtInIndex(String type, String name) {
        return quote(shorten(prefix + type + "$" + name));
    }

    /** Returns the table that records what has been created. */
    String schemaRecord() {
        return quote(prefix + "$schema");
    }

    /** Returns the table of tenants. */
    String tenants() {
        return quote(prefix + "$tenants");
    }

    /** Returns the index of the table of tenants. */
    String tenantIndex() {
        return quote(prefix + "$tenants$name");
    }

    /** Tells whether something of this unquoted name can only be this adapter's. */
    boolean hasPrefix(String name) {
        return name.startsWith(prefix);
    }

    static String quote(String name) {
        return '"' + name + '"';
    }

    static String unquote(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String shorten(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, MAX_LENGTH - 9) + '$' + String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
