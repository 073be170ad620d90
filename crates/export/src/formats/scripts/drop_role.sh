
# Deletes the role, or takes what is the rule's out of a role that others use too.
drop_role() {
  aws iam delete-role-policy --role-name "$1" --policy-name "$sid"
  trust=$(aws iam get-role --role-name "$1" --query Role.AssumeRolePolicyDocument --output json) || return
  trust=$(policies drop iam "$trust" "$sid") || return
  if [ -z "$trust" ]; then
    aws iam delete-role --role-name "$1"
  else
    aws iam update-assume-role-policy --role-name "$1" --policy-document "$trust"
  fi
}
