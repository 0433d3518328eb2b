package io.keyholder.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Adds the contract's habits to a service's OpenAPI document as it is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {
    private static final String SCHEME = "token";

    private final IndexView index;

    /** @param index the classes that the document describes */
    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        ProblemAnswers.addTo(components);
        StandardHeaders.addTo(components);
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of an issuer that is registered for the caller's tenant."));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        TypedOperations typed =
                new TypedOperations(index, new Wrappers(components), new ShapeParameters(index, components));
        operations(api, (path, method, operation) -> typed.describe(method, operation));
        describeSchemas(api);
        ReadOnlyPosts questions = new ReadOnlyPosts(index);
        MergePatches patches = new MergePatches(components);
        operations(api, (path, method, operation) -> {
            new OperationConventions(path, method, operation, questions.include(operation)).add();
            requireBody(api, method, operation);
            patches.describe(method, operation);
        });
        Wrappers.removeUnused(api);
        new Descriptions(api).add();
        new Bounds(api).add();
    }

    /** A POST whose body has no required member can be sent without one. The framework takes every body for required. */
    private static void requireBody(OpenAPI api, HttpMethod method, Operation operation) {
        if (method == HttpMethod.POST && operation.getRequestBody() != null) {
            boolean isOptional = Schemas.ofBody(api, operation).allMatch(ContractFilter::needsNothing);
            operation.getRequestBody().setRequired(!isOptional);
        }
    }

    private static boolean needsNothing(Schema body) {
        return body.getType() != null
                && body.getType().contains(Schema.SchemaType.OBJECT)
                && body.getRequired() == null;
    }

    private interface OperationVisitor {
        void visit(String path, HttpMethod method, Operation operation);
    }

    private static void operations(OpenAPI api, OperationVisitor visitor) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> visitor.visit(path, method, operation)));
    }

    private void describeSchemas(OpenAPI api) {
        new Scalars(api).inline();
        RequiredMembers required = new RequiredMembers(index);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            required.addTo(name, schema);
        });
    }
}
