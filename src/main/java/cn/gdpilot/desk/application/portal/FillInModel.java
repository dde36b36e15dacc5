package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.Check;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.desk.application.UploadGate;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialShelf;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.opinion.Correction;
import cn.gdpilot.domain.opinion.Corrections;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Helps to fill an application in: the choices, the open points, the corrections asked for. */
@Component
class FillInModel {

    private final SelfCheck selfCheck;
    private final Applicants applicants;
    private final DirectionChoices directions;
    private final Materials materials;
    private final MaterialShelf shelf;
    private final Uploads uploads;
    private final UploadGate gate;
    private final Corrections corrections;

    FillInModel(
            SelfCheck selfCheck,
            Applicants applicants,
            DirectionChoices directions,
            Materials materials,
            MaterialShelf shelf,
            Uploads uploads,
            UploadGate gate,
            Corrections corrections) {
        this.selfCheck = selfCheck;
        this.applicants = applicants;
        this.directions = directions;
        this.materials = materials;
        this.shelf = shelf;
        this.uploads = uploads;
        this.gate = gate;
        this.corrections = corrections;
    }

    void add(Application application, Model model) {
        Check check = Check.of(selfCheck.ofOwn(application.applicantId(), application.id()));
        model.addAttribute("applicant", applicants.get(application.applicantId()));
        model.addAttribute("directions", directions.of(application));
        model.addAttribute("places", places(application.id()));
        model.addAttribute("shelf", shelf.states(application.id()));
        model.addAttribute("restorable", shelf.restorable(application.id(), application.submittedAt()));
        model.addAttribute("check", check);
        model.addAttribute("unfinished", !uploads.open(application.id()).isEmpty());
        model.addAttribute("room", gate.room(application));
        model.addAttribute("unconfirmed", gate.waitsForConfirmation(application.applicantId()));
        model.addAttribute("sections", Section.of(application, check));
        if (application.state() == ApplicationState.RETURNED) {
            model.addAttribute("corrections", corrections(application));
        }
    }

    /** Where each file stands among its kind, from 1. */
    private Map<Long, Integer> places(String id) {
        Map<Long, Integer> places = new HashMap<>();
        Map<MaterialKind, Integer> last = new HashMap<>();
        materials.of(id).forEach(material -> places.put(material.id(), last.merge(material.kind(), 1, Integer::sum)));
        return places;
    }

    private Map<String, String> corrections(Application application) {
        return corrections.of(application.id(), application.submissions()).stream()
                .collect(Collectors.toMap(Correction::item, Correction::remark));
    }
}
