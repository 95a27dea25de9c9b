package dev.clientele.examples.quickstart.business;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.SourceDataException;
import dev.clientele.examples.quickstart.source.steelwheels.Employee;
import dev.clientele.examples.quickstart.source.steelwheels.Office;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Territories, and everybody who sells or leads those who do. */
final class SalesTeamLoad {

    private static final Map<String, String> NAMES = Map.of(
            "NA", "North America",
            "EMEA", "Europe, Middle East and Africa",
            "APAC", "Asia and Pacific",
            "Japan", "Japan");

    private final Map<String, Office> offices;

    SalesTeamLoad(List<Office> offices) {
        this.offices = offices.stream().collect(Collectors.toMap(Office::code, Function.identity()));
    }

    /** Stores territories and team; superiors and their people refer to each other, so all at once. */
    void store(CrmSession tx, List<Employee> employees) {
        B2b b2b = B2b.in(tx);
        b2b.deals().pipelines().add(OrderPipeline.create().withId(StableId.of("pipeline", OrderPipeline.CODE)));
        b2b.teams()
                .territories()
                .addAll(offices.values().stream()
                        .map(Office::territory)
                        .distinct()
                        .sorted()
                        .map(code -> Territory.of(code, NAMES.getOrDefault(code, code))
                                .withId(territory(code)))
                        .toList());
        b2b.teams().salesReps().addAll(employees.stream().map(this::salesRep).toList());
    }

    private SalesRep salesRep(Employee employee) {
        Office office = office(employee);
        SalesRep rep = SalesRep.named(employee.firstName() + " " + employee.lastName())
                .withId(id(employee.number()))
                .with(SalesRep.EXTERNAL_ID, Integer.toString(employee.number()))
                .with(SalesRep.EMAIL, employee.email())
                .with(SalesRep.JOB_TITLE, employee.jobTitle())
                .with(SalesRep.OFFICE, office.address().city())
                .with(SalesRep.TERRITORY, territory(office.territory()));
        return employee.reportsTo().isEmpty()
                ? rep
                : rep.with(SalesRep.MANAGER, id(employee.reportsTo().getAsInt()));
    }

    private Office office(Employee employee) {
        Office office = offices.get(employee.office());
        if (office == null) {
            throw new SourceDataException("employee " + employee.number() + " works in no known office");
        }
        return office;
    }

    static Id<SalesRep> id(int employee) {
        return StableId.of("sales-rep", employee);
    }

    private static Id<Territory> territory(String code) {
        return StableId.of("territory", code);
    }
}
