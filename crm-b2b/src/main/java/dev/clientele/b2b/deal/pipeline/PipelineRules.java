package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.error.Violation;
import dev.clientele.core.text.CaseFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules that a pipeline's stages meet, and those of its changes. */
final class PipelineRules {

    private PipelineRules() {}

    static List<Violation> violations(List<Stage> stages) {
        List<Violation> violations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Stage stage : stages) {
            if (!ids.add(stage.id())) {
                violations.add(violation("two stages must not share the id " + stage.id()));
            }
            if (!names.add(CaseFolding.fold(stage.name()))) {
                violations.add(violation("two stages must not share the name " + stage.name()));
            }
        }
        for (StageKind kind : StageKind.values()) {
            if (stages.stream().noneMatch(stage -> stage.kind() == kind && !stage.retired())) {
                violations.add(violation("must have a stage that is " + kind + " and not retired"));
            }
        }
        return violations;
    }

    static List<Violation> changeViolations(List<Stage> before, List<Stage> after) {
        List<Violation> violations = new ArrayList<>();
        for (Stage stage : before) {
            boolean kept = after.stream()
                    .anyMatch(candidate -> candidate.id().equals(stage.id()) && candidate.kind() == stage.kind());
            if (!kept) {
                violations.add(violation("the stage " + stage.id() + " must stay and remain " + stage.kind()
                        + ": retire it if it is no longer used"));
            }
        }
        return violations;
    }

    private static Violation violation(String reason) {
        return new Violation(Pipeline.STAGES.name(), reason);
    }
}
