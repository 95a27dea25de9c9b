package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.HandEdit;
import dev.clientele.b2c.person.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The statement of what people have entered about a person so far, to which more is added. Not thread-safe. */
final class HandStatement {

    private Person said;
    private final Map<String, HandEdit> edits;

    HandStatement(Person said, Map<String, HandEdit> edits) {
        this.said = said;
        this.edits = new HashMap<>(edits);
    }

    Person said() {
        return said;
    }

    Map<String, HandEdit> edits() {
        return edits;
    }

    HandEdit edit(String field) {
        return edits.getOrDefault(field, HandEdit.EMPTIED);
    }

    void say(UnaryOperator<Person> change) {
        said = change.apply(said);
    }

    void put(String field, HandEdit edit) {
        edits.put(field, edit);
    }

    void drop(String field) {
        edits.remove(field);
    }
}
