package dev.clientele.core.access;

import com.google.common.collect.ImmutableSet;
import dev.clientele.core.text.TextRule;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The actor of a session: a person or an automated process. Text form: {@code kind:name}.
 *
 * @param kind what it is
 * @param name 1 to 120 characters, as the host knows it
 * @param roles names of roles that an {@link AccessPolicy} may look at
 */
public record Actor(Kind kind, String name, Set<String> roles) {

    /** The kind of an actor. */
    public enum Kind {
        /** A human being. */
        USER,
        /** A program that acts by rules: an import, a scoring run, an integration. */
        PROCESS
    }

    private static final TextRule NAME = TextRule.key(120);

    /** Checks the name and copies the roles. */
    public Actor {
        Objects.requireNonNull(kind, "kind");
        name = NAME.check("actor name", name);
        roles = ImmutableSet.copyOf(roles);
    }

    /** Returns a human being without roles. */
    public static Actor user(String name) {
        return new Actor(Kind.USER, name, Set.of());
    }

    /** Returns a program without roles. */
    public static Actor process(String name) {
        return new Actor(Kind.PROCESS, name, Set.of());
    }

    /** Returns the same actor with these roles. */
    public Actor withRoles(String... names) {
        return new Actor(kind, name, ImmutableSet.copyOf(names));
    }

    /**
     * Reads what {@link #toString} writes; roles aren't part of it.
     *
     * @throws IllegalArgumentException if it isn't {@code user:name} or {@code process:name}
     */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        for (Kind kind : Kind.values()) {
            if (colon > 0 && text.substring(0, colon).equals(label(kind))) {
                return new Actor(kind, text.substring(colon + 1), Set.of());
            }
        }
        throw new IllegalArgumentException("an actor looks like user:alice or process:import");
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label(kind) + ":" + name;
    }
}
