package io.keyholder.web.request;

import io.keyholder.web.shape.Shape;
import io.keyholder.web.shape.Shaping;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** Shows resources as the caller of the request at hand asks for them. */
@RequestScoped
public class RequestedShape {
    private final RequestFacts facts;
    private final QueryParameters query;
    private final Shaping shaping;

    RequestedShape(RequestFacts facts, QueryParameters query, Shaping shaping) {
        this.facts = facts;
        this.query = query;
        this.shaping = shaping;
    }

    /** @param resources all of one kind; what is no resource is shown as it is */
    public List<?> show(List<?> resources) {
        return facts.query()
                .flatMap(asked -> facts.endpoint())
                .flatMap(Shape::of)
                .<List<?>>map(shape -> shaping.show(resources, shape, query.values()))
                .orElse(resources);
    }
}
