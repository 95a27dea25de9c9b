package dev.clientele.persistence.memory;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import java.util.List;

/** The migration to a schema. Its steps have no statements, since there is no language to write them in. */
final class MemoryMigration implements Migration {

    private final MemoryStorage storage;
    private final Schema schema;
    private final List<Step> steps;

    MemoryMigration(MemoryStorage storage, Schema schema, List<Step> steps) {
        this.storage = storage;
        this.schema = schema;
        this.steps = steps;
    }

    @Override
    public List<Step> steps() {
        return steps;
    }

    @Override
    public List<Retained> retained() {
        return storage.retained(schema);
    }

    @Override
    public void apply() {
        storage.prepare(schema);
    }

    @Override
    public void validate() {
        List<Step> left = storage.migration(schema).steps();
        if (!left.isEmpty()) {
            throw new SchemaException(
                    left.size() + " steps are left, the first is: "
                            + left.get(0).description(),
                    null);
        }
        storage.prepare(schema);
    }
}
