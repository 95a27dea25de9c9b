package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sales pipeline: stages in the order in which deals go through them. Immutable and thread-safe.
 *
 * <p>It has at least one open, one won and one lost stage that isn't retired. A stage never leaves the pipeline and
 * never changes its kind, so that old deals stay readable; each change is a new version of the record, and a deal's
 * history says by which version it went.
 */
public final class Pipeline extends Entity<Pipeline> {

    private static final int MAX_STAGES = 100;

    private static final EntityTypeBuilder<Pipeline> DECLARE = EntityType.define("pipeline", Pipeline::new);

    /** The unique code, such as {@code standard}. */
    public static final TextField<Pipeline> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The display name. */
    public static final TextField<Pipeline> NAME = DECLARE.text("name", 120, Trait.REQUIRED);
    /** The stages in order. */
    public static final BodyField<Pipeline, List<Stage>> STAGES =
            DECLARE.list("stages", Stage.class, MAX_STAGES, Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Pipeline> TYPE = DECLARE.rule(
                    pipeline -> PipelineRules.violations(pipeline.stages()))
            .changeRule((before, after) -> PipelineRules.changeViolations(before.stages(), after.stages()))
            .build();

    private Pipeline(EntityState<Pipeline> state) {
        super(state);
    }

    /**
     * Returns a new pipeline.
     *
     * @param code the unique code
     * @param name the display name
     * @param stages in order
     * @throws dev.clientele.core.error.InvalidException if they can't be a pipeline
     */
    public static Pipeline of(String code, String name, Stage... stages) {
        Pipeline pipeline =
                TYPE.newEntity().with(CODE, code).with(NAME, name).with(STAGES, List.copyOf(Arrays.asList(stages)));
        List<Violation> violations = TYPE.validate(pipeline);
        if (!violations.isEmpty()) {
            throw new InvalidException(TYPE.name(), violations);
        }
        return pipeline;
    }

    /**
     * Returns a pipeline to begin with, of the code {@code standard}: Qualify, Discover, Propose, Negotiate and
     * Contract, then Won or Lost.
     */
    public static Pipeline standard() {
        return of(
                "standard",
                "Standard",
                Stage.open("qualify", "Qualify", "0.10", ForecastCategory.PIPELINE),
                Stage.open("discover", "Discover", "0.20", ForecastCategory.PIPELINE),
                Stage.open("propose", "Propose", "0.50", ForecastCategory.BEST_CASE),
                Stage.open("negotiate", "Negotiate", "0.75", ForecastCategory.COMMIT),
                Stage.open("contract", "Contract", "0.90", ForecastCategory.COMMIT),
                Stage.won("won", "Won"),
                Stage.lost("lost", "Lost"));
    }

    /** Returns the unique code. */
    public String code() {
        return require(CODE);
    }

    /** Returns the display name. */
    public String name() {
        return require(NAME);
    }

    /** Returns all stages in order, retired ones included. */
    public List<Stage> stages() {
        return getOrDefault(STAGES, List.of());
    }

    /** Returns the open stages in order that aren't retired. */
    public List<Stage> openStages() {
        return stages().stream()
                .filter(Stage::isOpen)
                .filter(stage -> !stage.retired())
                .toList();
    }

    /** Returns the stage in which deals start. */
    public Stage firstStage() {
        return usable(StageKind.OPEN);
    }

    /** Returns the stage of deals that are won. */
    public Stage wonStage() {
        return usable(StageKind.WON);
    }

    /** Returns the stage of deals that are lost. */
    public Stage lostStage() {
        return usable(StageKind.LOST);
    }

    private Stage usable(StageKind kind) {
        return stages().stream()
                .filter(stage -> stage.kind() == kind && !stage.retired())
                .findFirst()
                .orElseThrow();
    }

    /** Finds the stage with this id or, if none has it, with this name. */
    public Optional<Stage> findStage(String idOrName) {
        return stages().stream()
                .filter(stage -> stage.id().equals(idOrName))
                .findFirst()
                .or(() -> stages().stream()
                        .filter(stage -> stage.name().equals(idOrName))
                        .findFirst());
    }

    /**
     * Returns the stage with this id or name.
     *
     * @throws InvalidValueException if there is none, with a message that names all stages
     */
    public Stage stage(String idOrName) {
        return findStage(idOrName)
                .orElseThrow(() -> new InvalidValueException(
                        "stage",
                        ViolationCode.FORM,
                        "must be one of " + stages().stream().map(Stage::id).collect(Collectors.joining(", "))
                                + ", got " + idOrName));
    }

    /**
     * Returns the approval rule with this code at any of its gates.
     *
     * @throws InvalidValueException if there is none
     */
    public ApprovalRule approvalRule(String code) {
        return gates().flatMap(gate -> gate.approvals().stream())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "", ViolationCode.FORM, "the pipeline " + code() + " has no approval rule " + code));
    }

    /** Returns whether any gate needs facts beyond a deal's own fields. */
    boolean needsFacts() {
        return gates().anyMatch(Gate::needsFacts);
    }

    private Stream<Gate> gates() {
        return stages().stream().flatMap(stage -> Stream.of(stage.entry(), stage.exit()));
    }

    /** Returns the stage's index among all stages, from 0. */
    public int position(Stage stage) {
        List<Stage> stages = stages();
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(stage.id())) {
                return i;
            }
        }
        throw new InvalidValueException(
                "", ViolationCode.FORM, "the pipeline " + code() + " has no stage " + stage.id());
    }

    /** Returns a copy with this stage in place of the one with the same id. */
    public Pipeline withStage(Stage stage) {
        List<Stage> stages = new ArrayList<>(stages());
        stages.set(position(stage), stage);
        return with(STAGES, stages);
    }
}
