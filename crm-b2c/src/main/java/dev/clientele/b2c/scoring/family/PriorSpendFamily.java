package dev.clientele.b2c.scoring.family;

import dev.clientele.b2c.scoring.data.SpendBase;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import dev.clientele.b2c.scoring.model.SpendModel;
import java.util.List;
import java.util.function.Function;

/** A kind of spend model whose fits look at a prior; in all else the kind itself. */
record PriorSpendFamily(SpendFamily family, Function<SpendBase, FittedSpendModel> fitting) implements SpendFamily {
    @Override
    public String name() {
        return family.name();
    }

    @Override
    public List<String> parameterNames() {
        return family.parameterNames();
    }

    @Override
    public SpendModel withParameters(double... parameters) {
        return family.withParameters(parameters);
    }

    @Override
    public FittedSpendModel fit(SpendBase customers) {
        return fitting.apply(customers);
    }

    @Override
    public SpendFamily withPrior(ParameterPrior prior) {
        return family.withPrior(prior);
    }
}
