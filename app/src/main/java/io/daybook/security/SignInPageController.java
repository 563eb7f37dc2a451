package io.daybook.security;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the form on which people sign in. */
@Controller
class SignInPageController {
  /** The page is asked for with the reason to show it, such as {@code ?refused}. */
  @GetMapping("/ui/sign-in")
  String form(@RequestParam Map<String, String> reasons, Model model) {
    for (String reason : List.of("refused", "later", "expired", "bye")) {
      model.addAttribute(reason, reasons.containsKey(reason));
    }
    return "ui/sign-in";
  }
}
