package dev.understudy.mocks.anyspec.collections;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.odata.ODataFilter;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.util.ArrayList;
import java.util.List;

/** Reports which parameters of a request had no effect; a value that equals the default is not reported. */
record IneffectiveParameters(Showing showing, Operation operation) {
    List<Violation> notes(ListQuery asked) {
        var notes = new ArrayList<Violation>();
        for (Parameter parameter : asked.given()) {
            String why = why(parameter);
            if (!why.isEmpty() && !parameter.isDefault(showing.view(operation.schema(parameter.written())))) {
                notes.add(new Violation(
                        ParameterValueCheck.place(operation, parameter.written()),
                        parameter.written(),
                        "",
                        "understood",
                        Expected.to("be explained by x-understudy to have an effect: " + why),
                        MessageText.value(parameter.value())));
            }
        }
        return notes;
    }

    /** Why a parameter has no effect; empty if it has one. */
    private static String why(Parameter parameter) {
        if (parameter.filter() instanceof ODataFilter.Read.Unknown unknown) {
            return unknown.why();
        } else if (parameter.filter() instanceof ODataFilter.Read.Wrong) {
            return "the document shows it, and it is no filter of OData";
        }
        return parameter.use() instanceof ParameterUse.Unknown unknown ? unknown.why() : "";
    }
}
