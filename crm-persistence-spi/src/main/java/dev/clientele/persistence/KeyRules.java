package dev.clientele.persistence;

import java.util.Set;

/** The rules on the fields of unique keys and indexes. */
final class KeyRules {

    private static final int MAX_KEY_TEXT = 600;

    private KeyRules() {}

    static void check(String type, UniqueKey key, DeclaredFields declared) {
        int text = 0;
        for (String name : key.fields()) {
            DeclaredField field = declared.get(name);
            if (field.computed()) {
                throw new IllegalArgumentException(
                        type + ": key " + key.name() + " can't use the computed field " + name);
            }
            switch (field.type()) {
                case TEXT -> text += field.limit();
                case INTEGER, BOOLEAN, INSTANT, DATE -> {}
                default ->
                    throw new IllegalArgumentException(
                            type + ": key " + key.name() + " can't use the " + field.type() + " field " + name);
            }
        }
        if (text > MAX_KEY_TEXT) {
            throw new IllegalArgumentException(type + ": key " + key.name() + " may reach " + text
                    + " code points, at most " + MAX_KEY_TEXT + " are allowed");
        }
    }

    static void check(String type, Index index, DeclaredFields declared) {
        for (String name : index.fields()) {
            DeclaredField field = declared.get(name);
            if (field.type() == FieldType.TEXT_SET && index.fields().size() > 1) {
                throw new IllegalArgumentException(
                        type + ": index " + index.name() + " joins the text set " + name + " with other fields");
            }
            if (field.limit() > MAX_KEY_TEXT) {
                throw new IllegalArgumentException(type + ": index " + index.name() + " uses " + name
                        + ", which is longer than " + MAX_KEY_TEXT + " code points");
            }
        }
    }

    static void requireDistinct(String type, String name, Set<String> seen) {
        if (!seen.add(name)) {
            throw new IllegalArgumentException(type + " names two keys or indexes " + name);
        }
    }
}
