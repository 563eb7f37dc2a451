package io.daybook.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the form on which people sign in. */
@Controller
class SignInPageController {
  @GetMapping("/ui/sign-in")
  String form(
      @RequestParam(required = false) String refused,
      @RequestParam(required = false) String later,
      @RequestParam(required = false) String bye,
      Model model) {
    model.addAttribute("refused", refused != null);
    model.addAttribute("later", later != null);
    model.addAttribute("bye", bye != null);
    return "ui/sign-in";
  }
}
