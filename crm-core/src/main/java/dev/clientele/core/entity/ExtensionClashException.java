package dev.clientele.core.entity;

import java.io.Serial;

/**
 * Two who extend one type, such as two plug-ins, have given different things one name. One of them has to choose another name,
 * or to extend the other's type.
 */
public final class ExtensionClashException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String name;
    private final String firstOwner;
    private final String secondOwner;

    ExtensionClashException(String type, String what, String name, String firstOwner, String secondOwner) {
        super(type + ": " + what + " " + name + " is declared by " + describe(firstOwner) + " and by "
                + describe(secondOwner));
        this.type = type;
        this.name = name;
        this.firstOwner = firstOwner;
        this.secondOwner = secondOwner;
    }

    private static String describe(String owner) {
        return owner.isEmpty() ? "whoever defined the type" : owner;
    }

    /** Returns the name of the type that is extended. */
    public String type() {
        return type;
    }

    /** Returns the name that two things have. */
    public String name() {
        return name;
    }

    /** Returns the name of the extension that was given first; empty for whoever defined the type. */
    public String firstOwner() {
        return firstOwner;
    }

    /** Returns the name of the other extension. */
    public String secondOwner() {
        return secondOwner;
    }
}
