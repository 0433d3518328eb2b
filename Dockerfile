# One image for each service: docker build --build-arg SERVICE=rooms-service . The gateway has a main class of its own:
# --build-arg SERVICE=gateway --build-arg MAIN=io.keyholder.gateway.Gateway.
# docs/containers.md says what is in it and why.

FROM eclipse-temurin:25-jdk AS maven
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
ENV MAVEN="mvn -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true"
WORKDIR /src

# The module files alone, so that what is built from them is built anew only when one of them changes.
FROM maven AS poms
COPY . .
RUN find . -name pom.xml -exec cp --parents {} /tmp \; && cp -r .mvn /tmp && rm -rf /src && mv /tmp /src

# docker build --target demo: the story, played from a container.
FROM maven AS story
COPY --from=poms /src .
COPY platform/contracts platform/contracts
COPY api/openapi.json api/openapi.json
COPY clients/java clients/java
COPY local-stack local-stack
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    $MAVEN -pl local-stack -am package \
    && mkdir -p /app/lib \
    && tr : '\n' <local-stack/target/launcher.classpath | xargs cp -t /app/lib \
    && mv local-stack/target/classes /app/classes

FROM eclipse-temurin:25-jre AS demo
WORKDIR /app
COPY --from=story /app .
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "classes:lib/*", "io.keyholder.localstack.demo.Demo"]

FROM maven AS platform
COPY --from=poms /src .
COPY platform platform
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    $MAVEN -pl platform/web,platform/testing -am package

FROM platform AS build
ARG SERVICE
# The class that starts it: Quarkus generates one for services that have none of their own.
ARG MAIN=io.quarkus.runner.GeneratedMain
COPY ${SERVICE} ${SERVICE}
# What the platform stage left is up to date: only the service is compiled.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    $MAVEN -pl ${SERVICE} -am package \
    && mv ${SERVICE}/target/quarkus-app /app \
    && mv ${SERVICE}/target/quarkus-run-cyclonedx.json /app/sbom.cdx.json
COPY deploy/container/ready deploy/container/jvm.options /app/
WORKDIR /app
# One flat class path in place of Quarkus' class loader, whose classes an AOT cache cannot hold. What Quarkus generated and
# transformed goes before the originals.
RUN { cat jvm.options; echo -cp; printf '%s\n' quarkus/*.jar app/*.jar lib/boot/*.jar lib/main/*.jar | paste -sd :; echo ${MAIN}; } >options

FROM eclipse-temurin:25-jre AS layers
WORKDIR /app
# From what changes least to what changes most.
COPY --from=build /app/ready .
COPY --from=build /app/lib/boot lib/boot
COPY --from=build /app/lib/main lib/main
COPY --from=build /app/quarkus quarkus
COPY --from=build /app/app app
COPY --from=build /app/options .
COPY --from=build /app/sbom.cdx.json .

# A start that ends where the database is missed loads most classes that a real one does. The gateway, which has none, ends
# where it cannot listen. What it says is shown only if it did not end there.
FROM layers AS training
COPY deploy/container/training.env .
RUN set -a && . ./training.env && set +a \
    && { java -XX:AOTCacheOutput=app.aot @options >training.log 2>&1 || true; } \
    && { grep -Eq '127.0.0.1:1 refused|192.0.2.1' training.log && test -s app.aot || { cat training.log; exit 1; }; }

FROM layers
ARG SERVICE
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Keyholder ${SERVICE}" \
      org.opencontainers.image.description="Hand exactly some of your meeting rooms to partner organisations to manage" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=training /app/app.aot .
ENV KEYHOLDER_HTTP_PORT=8080
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
    CMD ["/app/ready"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "@options"]
