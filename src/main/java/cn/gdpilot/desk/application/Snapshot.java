package cn.gdpilot.desk.application;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.SubmittedVersion;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a submitted version's text: what receipts tell of it, and what stays when contacts are erased. */
public final class Snapshot {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> CONTACTS = List.of("contactName", "contactPhone", "contactEmail");

    private Snapshot() {}

    static String of(Application application, Applicant applicant, List<Material> materials) {
        return new SubmittedVersion(applicant, application, materials).text();
    }

    /** Name and applicant as they were then, and the files with their hashes, read back from a snapshot's text. */
    public static Frozen read(String content) {
        try {
            JsonNode all = JSON.readTree(content);
            List<FrozenFile> files = new ArrayList<>();
            all.path("materials")
                    .forEach(one -> files.add(new FrozenFile(
                            one.path("name").asText(), one.path("sha256").asText())));
            return new Frozen(
                    all.path("application").path("projectName").asText(),
                    all.path("applicant").path("name").asText(),
                    files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same without names, numbers and addresses of contacts; receipts keep the hash of what it was. */
    static String withoutContacts(String content) {
        try {
            JsonNode all = JSON.readTree(content);
            for (String part : List.of("applicant", "application")) {
                if (all.get(part) instanceof ObjectNode facts) {
                    CONTACTS.stream().filter(facts::has).forEach(name -> facts.put(name, ""));
                }
            }
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a receipt tells of a snapshot.
     *
     * @param project   project's name
     * @param applicant applicant's name
     * @param files     files in the order in which they came
     */
    public record Frozen(String project, String applicant, List<FrozenFile> files) {}

    /**
     * A file that was handed in.
     *
     * @param name   as the applicant named it
     * @param sha256 its hash
     */
    public record FrozenFile(String name, String sha256) {}
}
