package dev.clientele.core.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of a type's fields and columns, each of which stands for one thing. Not thread-safe. */
final class DeclaredNames {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    private final String type;
    private final Map<String, Taken> taken = new HashMap<>();

    /**
     * A name that stands for something.
     *
     * @param owner whose declaration took it
     * @param field that took it; null if it is storage's own
     */
    private record Taken(String owner, @Nullable Field<?, ?> field) {

        boolean isFieldNamed(String name) {
            return field != null && field.name().equals(name);
        }
    }

    DeclaredNames(String type, Set<String> reserved) {
        this.type = type;
        reserved.forEach(name -> taken.put(name, new Taken("", null)));
    }

    /** Checks the name of an extension; that of whoever defines the type is empty. */
    void requireOwner(String owner) {
        if (!owner.isEmpty() && !NAME.matcher(owner).matches()) {
            throw new IllegalArgumentException(
                    type + ": an extension's name is a lower-case letter, then at most 47 of a-z, 0-9 and _, got '"
                            + owner + "'");
        }
    }

    /** Reserves a name of a field or of a column of it. */
    void reserve(String name, String owner, Field<?, ?> field) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(type
                    + ": a field's name is a lower-case letter, then at most 47 of a-z, 0-9 and _, got '" + name + "'");
        }
        Taken before = taken.putIfAbsent(name, new Taken(owner, field));
        if (before != null) {
            throw new IllegalArgumentException(
                    before.isFieldNamed(name)
                            ? type + ": the field " + name + " is declared twice"
                            : type + ": the name " + name + " is reserved, or taken by a column of another field");
        }
    }

    /**
     * Takes over the names of another declaration of the type.
     *
     * @throws ExtensionClashException if one stands for different things
     */
    @SuppressWarnings("ReferenceEquality") // another field of the same name is another field
    void include(DeclaredNames other) {
        other.taken.forEach((name, theirs) -> {
            Taken ours = taken.putIfAbsent(name, theirs);
            if (ours != null && ours.field() != theirs.field()) {
                throw new ExtensionClashException(type, "the field or column", name, ours.owner(), theirs.owner());
            }
        });
    }
}
