package cn.gdpilot.rehearsal;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All applicants of the sample round at work. */
final class SampleApplicants {

    private static final String PASSWORD = "Rehearsal-2026";
    private static final int REFUSED = 422;

    private final URI base;
    private final SampleMaterials materials;
    private final List<SampleApplication> applications;
    private final Map<String, ApplicantClient> clients = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, SampleApplication> byId = new HashMap<>();

    /**
     * @param samples      folder with the sample files
     * @param applications who applies with what
     */
    SampleApplicants(URI base, Path samples, List<SampleApplication> applications) {
        this.base = base;
        this.materials = new SampleMaterials(samples.resolve("materials"));
        this.applications = applications;
    }

    List<SampleApplication> applications() {
        return applications;
    }

    /** The application's number, given when its draft was begun. */
    String id(SampleApplication application) {
        return ids.get(application.ref());
    }

    /** The application of that number; null if it is none of these. */
    SampleApplication byId(String id) {
        return byId.get(id);
    }

    SampleApplication byRef(String ref) {
        return byId(ids.get(ref));
    }

    /** Registers, fills in, attaches, and submits whatever is to be submitted. */
    void apply() {
        applications.forEach(this::apply);
    }

    private void apply(SampleApplication application) {
        begin(application);
        switch (application.scenario()) {
            case "draft" -> {}
            case "too-short" -> expectRefusal(submit(application), "R2.12");
            case "not-accepted" -> expectRefusal(submit(application), "R2.6");
            default -> submit(application).ok();
        }
    }

    /** Registers if need be, fills a draft in and attaches everything. */
    void begin(SampleApplication application) {
        ApplicantClient client = clients.computeIfAbsent(application.creditCode(), code -> registered(application));
        String id = client.begin(application.beginning()).ok().json().get("id").asText();
        ids.put(application.ref(), id);
        byId.put(id, application);
        client.edit(id, application.form()).ok();
        materials.attachAll(client, id, application.shortVideo());
    }

    /** Where it stands now, e.g. ACCEPTED; empty if it was never begun. */
    String state(SampleApplication application) {
        return ids.containsKey(application.ref())
                ? client(application)
                        .get(id(application))
                        .ok()
                        .json()
                        .get("state")
                        .asText()
                : "";
    }

    private ApplicantClient registered(SampleApplication application) {
        ApplicantClient client = new ApplicantClient(base, application.creditCode(), PASSWORD);
        client.register(application.registration(PASSWORD)).ok();
        return client;
    }

    Answer submit(SampleApplication application) {
        return client(application).submit(id(application), "rehearsal-" + application.ref());
    }

    /** Adds what was asked for and submits again. */
    void correct(SampleApplication application) {
        client(application)
                .edit(id(application), Map.of("summary", "示例项目，已按要求补正。"))
                .ok();
        client(application)
                .submit(id(application), "rehearsal-again-" + application.ref())
                .ok();
    }

    void withdraw(SampleApplication application) {
        client(application).withdraw(id(application), "示例：企业自愿撤回").ok();
    }

    private ApplicantClient client(SampleApplication application) {
        return clients.get(application.creditCode());
    }

    private static void expectRefusal(Answer answer, String rule) {
        if (answer.status() != REFUSED
                || !rule.equals(answer.json().path("rule").asText())) {
            throw new IllegalStateException(
                    "Expected a refusal by " + rule + ", got " + answer.status() + " " + answer.body());
        }
    }
}
